package fixture

import (
	"context"
	"os"
	"time"
)

func overLiteral() {
	for _, name := range []string{"a", "b", "c"} {
		f, _ := os.Open(name)
		defer f.Close()
	}
}

func counted(try func(context.Context) error) {
	for i := 0; i < 3; i++ {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		if try(ctx) == nil {
			return
		}
	}
}

func retries(maxRetries int, try func(context.Context) error) {
	for i := 0; i < maxRetries; i++ {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		if try(ctx) == nil {
			return
		}
	}
}

func variable() {
	names := []string{"a", "b"}
	for _, name := range names {
		f, _ := os.Open(name)
		defer f.Close()
	}
}

func nothingToClose(names []string, gauge func(string)) {
	for _, name := range names {
		defer gauge(name)
	}
}

// first asks a mirror of its own before the known ones.
func first(mirror string) {
	mirrors := []string{"a.example.com", "b.example.com"}
	if mirror != "" {
		mirrors = append([]string{mirror}, mirrors...)
	}
	for _, name := range mirrors {
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		defer f.Close()
	}
}
