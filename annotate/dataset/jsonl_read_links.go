package dataset

import (
	"errors"
	"fmt"

	"hashiya/model"
)

// The link that files may write on the total, and the one that it means.
const (
	linkTotalOf = "total_of"
	linkPartOf  = "part_of"
)

// readSpecial reads the parts of an item that are not fields. What they name
// stays as the file calls it until resolve.
func (r *recordReader) readSpecial(item model.Item, o *object) error {
	switch item := item.(type) {
	case *model.Count:
		parts, err := o.texts(linkTotalOf)
		if err != nil {
			return err
		}
		for _, part := range parts {
			r.totals = append(r.totals, total{item, part})
		}
		if err := eachElement(o.get("links"), func(raw []byte) error { return r.readLink(item, raw) }); err != nil {
			return fmt.Errorf("field \"links\" %w", err)
		}
	case *model.Event:
		if err := eachElement(o.get("members"), func(raw []byte) error { return readMember(item, raw) }); err != nil {
			return fmt.Errorf("field \"members\" %w", err)
		}
	}
	return nil
}

func (r *recordReader) readLink(count *model.Count, raw []byte) error {
	o, err := parseElement(raw, "type", "count")
	if err != nil {
		return err
	}
	var link model.Link
	if err := o.readTexts(to{"type", &link.Type}, to{"count", &link.Count}); err != nil {
		return err
	}
	switch {
	case link.Type == "" || link.Count == "":
		return errors.New("has an element without \"type\" or \"count\"")
	case link.Type == linkTotalOf:
		r.totals = append(r.totals, total{count, link.Count})
	default:
		count.Links = append(count.Links, link)
	}
	return nil
}

func readMember(event *model.Event, raw []byte) error {
	var m model.Member
	var err error
	if raw[0] != '{' {
		m.ID, err = unquote(raw)
	} else {
		var o *object
		if o, err = parseElement(raw, "id", "role"); err == nil {
			err = o.readTexts(to{"id", &m.ID}, to{"role", &m.Role})
		}
	}
	if err != nil {
		return err
	}
	if m.ID == "" {
		return errors.New("has an element without \"id\"")
	}
	event.Members = append(event.Members, m)
	return nil
}

// resolve replaces what the file calls the items that links and members name,
// and turns totals into links of their parts.
func (r *recordReader) resolve() error {
	for _, item := range r.record.Items {
		switch item := item.(type) {
		case *model.Count:
			for i, link := range item.Links {
				target, err := r.countNamed(link.Count)
				if err != nil {
					return fmt.Errorf("count %s: field \"links\": %w", item.ID, err)
				}
				item.Links[i].Count = target.ID
			}
		case *model.Event:
			for i, m := range item.Members {
				target, err := r.itemNamed(m.ID)
				if err != nil {
					return fmt.Errorf("event %s: field \"members\": %w", item.ID, err)
				}
				item.Members[i].ID = target.Meta().ID
			}
		}
	}
	return r.resolveTotals()
}

func (r *recordReader) resolveTotals() error {
	if len(r.totals) == 0 {
		return nil
	}
	linked := map[[2]string]bool{} // part and total
	for _, item := range r.record.Items {
		if count, is := item.(*model.Count); is {
			for _, link := range count.Links {
				if link.Type == linkPartOf {
					linked[[2]string{count.ID, link.Count}] = true
				}
			}
		}
	}
	for _, t := range r.totals {
		part, err := r.countNamed(t.part)
		if err != nil {
			return fmt.Errorf("count %s: field %q: %w", t.count.ID, linkTotalOf, err)
		}
		pair := [2]string{part.ID, t.count.ID}
		if !linked[pair] {
			linked[pair] = true
			part.Links = append(part.Links, model.Link{Type: linkPartOf, Count: t.count.ID})
		}
	}
	return nil
}

func (r *recordReader) itemNamed(given string) (model.Item, error) {
	name, _ := canonicalID(given)
	item, found := r.items[name]
	if !found {
		return nil, fmt.Errorf("%q is not an item of the record", given)
	}
	return item, nil
}

func (r *recordReader) countNamed(given string) (*model.Count, error) {
	item, err := r.itemNamed(given)
	if err != nil {
		return nil, err
	}
	count, is := item.(*model.Count)
	if !is {
		return nil, fmt.Errorf("%q is not a count", given)
	}
	return count, nil
}
