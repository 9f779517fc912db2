package ping

type packet struct{}

// The receiver is told to stop and answers before the function returns.
func run(quit <-chan struct{}, read func() packet, handle func(packet)) {
	received := make(chan packet)
	stop := make(chan chan<- bool)
	stopped := make(chan bool)
	go receive(read, received, stop)
loop:
	for {
		select {
		case p := <-received:
			handle(p)
		case <-quit:
			stop <- stopped
			break loop
		}
	}
	<-stopped
}

func receive(read func() packet, received chan<- packet, stop <-chan chan<- bool) {
	for {
		select {
		case answer := <-stop:
			answer <- true
			return
		default:
		}
		received <- read()
	}
}
