package loss

import "context"

// Untold lists the inputs of a plan that are drawn for a trial, and that its
// program does not tell of.
func Untold(p Plan) ([]string, error) {
	s, err := p.study(SensitivityOptions{}, SimOptions{})
	if err != nil {
		return nil, err
	}
	inputs, err := s.told(context.Background(), p, 1)
	if err != nil {
		return nil, err
	}
	var untold []string
	for _, u := range s.inputs {
		if (u.Per != Event) != (inputs[u.label] != nil) {
			untold = append(untold, u.label)
		}
	}
	return untold, nil
}
