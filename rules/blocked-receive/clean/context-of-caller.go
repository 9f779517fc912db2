package worker

import (
	"context"
	"net"
	"net/http"
	"sync"
)

// The goroutine ends with the function.
func derived(ctx context.Context, addr string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	conn, err := net.Dial("unix", addr)
	if err != nil {
		return err
	}
	defer conn.Close()
	go func() {
		<-ctx.Done()
		conn.Close()
	}()
	_, err = conn.Write(nil)
	return err
}

// It serves until the context ends, and other errors are rare.
func accept(ctx context.Context, l net.Listener, serve func(net.Conn)) error {
	sub := l
	defer sub.Close()
	go func() {
		<-ctx.Done()
		sub.Close()
	}()
	for {
		conn, err := sub.Accept()
		if err != nil {
			return err
		}
		go serve(conn)
	}
}

func listen(ctx context.Context, handler http.Handler) error {
	server := &http.Server{Handler: handler}
	defer server.Close()
	go func() {
		<-ctx.Done()
		server.Close()
	}()
	return server.ListenAndServe()
}

// The function waits for the context too.
func until(ctx context.Context, addr string) error {
	conn, err := net.Dial("unix", addr)
	if err != nil {
		return err
	}
	go func() {
		<-ctx.Done()
		conn.Close()
	}()
	<-ctx.Done()
	return conn.Close()
}

// What the goroutine ends lives on after the return.
func open(ctx context.Context, addr string) (net.Conn, error) {
	conn, err := net.Dial("unix", addr)
	if err != nil {
		return nil, err
	}
	go func() {
		<-ctx.Done()
		conn.Close()
	}()
	return conn, nil
}

// The other way out is there.
func guarded(ctx context.Context, addr string) error {
	conn, err := net.Dial("unix", addr)
	if err != nil {
		return err
	}
	done := make(chan struct{})
	defer close(done)
	defer conn.Close()
	go func() {
		select {
		case <-ctx.Done():
			conn.Close()
		case <-done:
		}
	}()
	_, err = conn.Write(nil)
	return err
}

// The error is heard of before the receive.
func told(listen func() error) error {
	ready := make(chan struct{})
	failed := make(chan error, 1)
	go func() {
		err := listen()
		failed <- err
		if err != nil {
			return
		}
		close(ready)
	}()
	if err := <-failed; err != nil {
		return err
	}
	<-ready
	return nil
}

// The channel is closed on all ways out.
func always(listen func() error, serve func()) {
	ready := make(chan struct{})
	go func() {
		defer close(ready)
		if err := listen(); err != nil {
			return
		}
		serve()
	}()
	<-ready
}

func both(load func() (string, error)) string {
	result := make(chan string, 1)
	go func() {
		text, err := load()
		if err != nil {
			result <- ""
			return
		}
		result <- text
	}()
	return <-result
}

// Somebody else may close it.
func twoFeeders(load func() (string, error), wg *sync.WaitGroup) string {
	result := make(chan string, 1)
	go func() {
		text, err := load()
		if err != nil {
			return
		}
		result <- text
	}()
	go func() {
		wg.Wait()
		close(result)
	}()
	return <-result
}
