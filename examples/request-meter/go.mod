module example.org/request-meter

go 1.22

require (
	example.org/probe v0.0.0
	github.com/rcrowley/go-metrics v0.0.0-20250401214520-65e299d6c5c9
)

replace example.org/probe => ../probe
