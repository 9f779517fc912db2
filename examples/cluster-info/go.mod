module example.org/cluster-info

go 1.22
