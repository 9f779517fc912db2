package server

// Nobody closes ready when listen fails.
func start(listen func() error, serve func()) {
	ready := make(chan struct{})
	go func() {
		if listen() != nil {
			return
		}
		close(ready)
		serve()
	}()
	<-ready
}
