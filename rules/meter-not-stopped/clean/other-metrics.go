package fixture

// Not every package that is called metrics has this list.
type metricsPackage struct{}

type gauge struct{}

func (gauge) Mark(int64) {}

func (metricsPackage) NewMeter() gauge { return gauge{} }

func measure(metrics metricsPackage) {
	m := metrics.NewMeter()
	m.Mark(1)
}
