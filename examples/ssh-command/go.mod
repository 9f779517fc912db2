module example.org/ssh-command

go 1.24.0

require (
	example.org/probe v0.0.0
	golang.org/x/crypto v0.45.0
)

require golang.org/x/sys v0.38.0 // indirect

replace example.org/probe => ../probe
