package leaky

import "net/http"

type mailboxes map[string][]byte

var inbox = mailboxes{}

func (m mailboxes) deliver(recipient string, mail []byte) {
	m[recipient] = mail // want "^warning: map \"inbox\" only grows: mailboxes.deliver stores under recipient"
}

func Deliver(w http.ResponseWriter, r *http.Request) {
	inbox.deliver(r.FormValue("to"), []byte(r.FormValue("mail")))
}
