// Package file reads and writes loss models as JSON.
//
//	m, err := file.Decode("acme.json", src)
//	plan, err := loss.Compile(m)
//
// Package risk/loss/yaml does the same for YAML, which people write by hand. The
// members are those of [loss.Model] and of what it holds, by their JSON names;
// docs/quant/models.md has each with an example. Beyond what encoding/json does
// with a model,
//
//   - what is known is a plain number: rate 0.4, severity 25000;
//
//   - what cannot be read, and what [loss.Compile] finds, comes all at once, each
//     with the file, line and column where it stands:
//
//     acme.yaml:6:38: /scenarios/0/frequency/poisson/rate: got -3, want a rate from 0 to 1e6 events a year (LM006)
//
// In place of frequency, severity and what goes with them, a scenario may have a
// FAIR tree, see [fair.Tree]: as fair, which is event by event, or fairProduct.
// It is read as the scenario that the tree becomes, and written so.
//
// A member $schema, by which editors find the schema, is passed over (package
// risk/loss/schema).
package file
