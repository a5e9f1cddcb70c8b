// Package plot draws pictures of risk: plain data in, SVG out.
package plot
