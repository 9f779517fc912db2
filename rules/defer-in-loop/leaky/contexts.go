package contexts

import (
	"context"
	"time"
)

func short(parent context.Context) (context.Context, context.CancelFunc) {
	if parent == nil {
		return context.Background(), nil
	}
	return context.WithTimeout(context.WithValue(parent, key{}, 1), time.Second)
}

func open(parent context.Context) (context.Context, context.CancelFunc) {
	if _, ok := parent.Deadline(); ok {
		return context.WithTimeout(parent, time.Second)
	}
	return context.WithCancel(parent)
}

type key struct{}

// They end by themselves before long.
func sendAll(parent context.Context, events []string, send func(context.Context, string)) {
	for _, event := range events {
		ctx, cancel := short(parent)
		if cancel != nil {
			defer cancel() // want "note: defer cancel\(\) runs when the function ends"
		}
		send(ctx, event)
	}
}

// Some of them do not.
func openAll(parent context.Context, events []string, send func(context.Context, string)) {
	for _, event := range events {
		ctx, cancel := open(parent)
		defer cancel() // want "warning: defer cancel\(\) runs when the function ends"
		send(ctx, event)
	}
}
