// Package redis is github.com/gomodule/redigo/redis as far as fixtures use it.
package redis

type Conn interface {
	Close() error
	Do(command string, args ...any) (any, error)
}

type Pool struct{ MaxActive int }

func (p *Pool) Get() Conn { return nil }

func String(reply any, err error) (string, error) { return "", err }
