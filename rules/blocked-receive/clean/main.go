package main

func serve() {}

func main() {
	forever := make(chan struct{})
	go serve()
	go func() {
		<-forever
	}()
	<-forever
}
