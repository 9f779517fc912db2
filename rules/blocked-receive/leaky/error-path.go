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
	<-ready // want "note: the goroutine started at line 6 is to end this receive, and where it returns at line 8 it has neither sent on \"ready\" nor closed it"
}

func fetch(load func() (string, error)) string {
	result := make(chan string, 1)
	go func() {
		text, err := load()
		if err != nil {
			println(err.Error())
			return
		}
		result <- text
	}()
	return <-result // want "note: the goroutine started at line 18 is to end this receive, and where it returns at line 22 it has neither sent on \"result\" nor closed it"
}
