package worker

import "sync"

func run(start func(), stop func()) {
	quit := make(chan struct{})
	go func() {
		<-quit // want "warning: nothing in the function sends on or closes \"quit\", made at line 6: this receive never ends"
		stop()
	}()
	start()
}

// Handed to functions of the package that only wait.
func spread(workers int) {
	var wg sync.WaitGroup
	begin := make(chan struct{})
	for i := 0; i < workers; i++ {
		wg.Add(1)
		go work(begin, &wg)
	}
}

func work(begin <-chan struct{}, wg *sync.WaitGroup) {
	defer wg.Done()
	<-begin // want "nothing in the function sends on or closes \"begin\", made at line 17: this receive never ends"
}

//oracle:goroutines run(nothing, nothing)
//oracle:goroutines spread(3)
