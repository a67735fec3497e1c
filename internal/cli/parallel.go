package cli

import "context"

// inOrder calls work for every item, on up to jobs items at a time, and sends
// the channels on which the results come in the order of the items. No more
// than window items are ahead of the receiver, so that memory does not grow
// with their number.
func inOrder[I, O any](ctx context.Context, items <-chan I, jobs, window int, work func(I) O) <-chan chan O {
	queue := make(chan chan O, window)
	go func() {
		defer close(queue)
		running := make(chan struct{}, jobs)
		for item := range items {
			result := make(chan O, 1)
			select {
			case queue <- result:
			case <-ctx.Done():
				return
			}
			running <- struct{}{}
			go func() {
				result <- work(item)
				<-running
			}()
		}
	}()
	return queue
}
