// Package pulsar declares what fixtures use of github.com/apache/pulsar-client-go/pulsar.
package pulsar

import "context"

type ClientOptions struct{ URL string }

type ProducerOptions struct{ Topic string }

type ProducerMessage struct{ Payload []byte }

type MessageID interface{}

type Client interface {
	CreateProducer(options ProducerOptions) (Producer, error)
	Close()
}

type Producer interface {
	Send(ctx context.Context, message *ProducerMessage) (MessageID, error)
	Close()
}

func NewClient(options ClientOptions) (Client, error) { return nil, nil }
