package march

import (
	"context"
	"net"
	"net/http"
	"os/exec"
	"sync"
)

// The goroutine stays until the caller's context ends, long after the function has returned.
func march(ctx context.Context, jobs []int, do func(int)) {
	queue := make(chan int)
	var wg sync.WaitGroup
	go func() {
		<-ctx.Done() // want "note: the goroutine started at line 15 waits for <-ctx.Done\\(\\) alone: when the function returns at line 28, close\\(queue\\) at line 27 has done its work, and it stays until that context ends"
		for range queue {
			wg.Done()
		}
	}()
	for _, job := range jobs {
		wg.Add(1)
		do(job)
		wg.Done()
	}
	wg.Wait()
	close(queue)
}

type client struct {
	ctx  context.Context
	addr string
}

// One for each request.
func (c *client) ask(request []byte) (int, error) {
	conn, err := net.Dial("unix", c.addr)
	if err != nil {
		return 0, err
	}
	defer conn.Close()
	go func(ctx context.Context) {
		<-ctx.Done() // want "note: the goroutine started at line 42 waits for <-ctx.Done\\(\\) alone: .* conn.Close\\(\\) at line 41 has done its work"
		conn.Close()
	}(c.ctx)
	return conn.Write(request)
}

func runTool(ctx context.Context, name string) error {
	cmd := exec.Command(name)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() {
		<-ctx.Done() // want "note: .* waits for <-ctx.Done\\(\\) alone: .*, cmd.Wait\\(\\) at line 58 has done its work"
		cmd.Process.Kill()
	}()
	return cmd.Wait()
}

// The connection serves other requests after this one.
func handle(w http.ResponseWriter, r *http.Request, work func(context.Context)) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if notifier, ok := w.(http.CloseNotifier); ok {
		gone := notifier.CloseNotify()
		go func() {
			<-gone // want "warning: the goroutine started at line 67 waits for <-gone alone: when the function returns at line 73, the request is answered and it stays as long as the connection"
			cancel()
		}()
	}
	work(ctx)
}
