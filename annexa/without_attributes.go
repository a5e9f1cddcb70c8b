//go:build annexa_noattributes

package annexa

// What stands in for the table of attributes in a build without it.
var attributes2022 [len(controls2022)]Attributes
