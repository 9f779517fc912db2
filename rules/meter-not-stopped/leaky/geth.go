package fixture

import "github.com/ethereum/go-ethereum/metrics"

func once(n int64) {
	m := metrics.NewMeter() // want "^warning: meter \"m\" from metrics.NewMeter is not stopped when the function ends"
	m.Mark(n)
}

func peerMeter(peerID string) *metrics.Meter {
	return metrics.NewRegisteredMeter("p2p/"+peerID, nil) // want "^warning: the meter from metrics.NewRegisteredMeter is registered under a name made of peerID"
}
