module github.com/ismskit/ismskit/risk/cvss

go 1.26

require github.com/pandatix/go-cvss v0.6.4

require (
	github.com/stretchr/testify v1.12.1
	go.yaml.in/yaml/v3 v3.0.5 // indirect
)
