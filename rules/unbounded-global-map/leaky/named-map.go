package leaky

type mailboxes map[string][]byte

var inbox = mailboxes{}

func (m mailboxes) deliver(recipient string, mail []byte) {
	m[recipient] = mail // want "^warning: map \"inbox\" only grows: mailboxes.deliver stores under recipient"
}

func Deliver(recipient string, mail []byte) { inbox.deliver(recipient, mail) }
