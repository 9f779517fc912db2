module example.org/pinger

go 1.22

require example.org/probe v0.0.0

replace example.org/probe => ../probe
