package markdown

import "github.com/ismskit/ismskit/isms/docinfo"

// collect notes which IDs the links of the document lead to.
func (p *page) collect(d docinfo.Document) {
	p.fieldTargets(d.Meta)
	p.blockTargets(d.Blocks)
}

func (p *page) blockTargets(blocks []docinfo.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case docinfo.Section:
			p.blockTargets(b.Blocks)
		case docinfo.Text:
			p.textTargets(b)
		case docinfo.List:
			p.textTargets(b.Items...)
		case docinfo.Fields:
			p.fieldTargets(b)
		case docinfo.Notice:
			p.textTargets(b.Text)
			p.textTargets(b.Items...)
		case docinfo.Table:
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					p.textTargets(c.Items...)
				}
			}
		}
	}
}

func (p *page) fieldTargets(fields []docinfo.Field) {
	for _, f := range fields {
		p.textTargets(f.Value)
	}
}

func (p *page) textTargets(texts ...docinfo.Text) {
	for _, t := range texts {
		for _, s := range t {
			if len(s.Link) > 1 && s.Link[0] == '#' {
				p.targets[s.Link[1:]] = true
			}
		}
	}
}
