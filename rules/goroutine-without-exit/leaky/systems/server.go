package systems

import "os"

type server struct{ signals chan os.Signal }

func newServer(signals chan os.Signal) *server {
	s := &server{signals: signals}
	go s.listen()
	return s
}
