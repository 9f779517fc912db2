package sshd

import "golang.org/x/crypto/ssh"

// The field is given this one configuration.
type host struct {
	addr   string
	config *ssh.ClientConfig
}

func newHost(addr, user string, key ssh.Signer) *host {
	config := &ssh.ClientConfig{User: user, Auth: []ssh.AuthMethod{ssh.PublicKeys(key)}}
	config.HostKeyCallback = ssh.InsecureIgnoreHostKey()
	return &host{addr: addr, config: config}
}

func (h *host) reboot() error {
	client, err := ssh.Dial("tcp", h.addr, h.config) // want "warning: ssh.Dial is given no Timeout: a host that does not answer holds this goroutine"
	if err != nil {
		return err
	}
	return client.Close()
}
