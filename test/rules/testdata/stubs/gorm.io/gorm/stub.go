// Package gorm declares what fixtures use of gorm.io/gorm.
package gorm

import "database/sql"

type DB struct{}

func (d *DB) Table(name string, args ...any) *DB { return d }

func (d *DB) Where(query any, args ...any) *DB { return d }

func (d *DB) Rows() (*sql.Rows, error) { return nil, nil }
