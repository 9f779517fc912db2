package feed

// The only receiver ends at the first error; the function then waits for ever in its own send.
func feed(items []string, store func(string) error) {
	queue := make(chan string)
	go func() {
		for item := range queue {
			if store(item) != nil {
				return
			}
		}
	}()
	for _, item := range items {
		queue <- item
	}
	close(queue)
}
