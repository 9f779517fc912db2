package worker

// A channel that is declared and never made: nobody can send on it.
func wait(work func()) {
	var quit chan struct{}
	go func() {
		<-quit
		work()
	}()
}
