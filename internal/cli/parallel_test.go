package cli

import (
	"context"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"gotest.tools/v3/assert"
)

func items(n int) <-chan int {
	all := make(chan int, n)
	for i := range n {
		all <- i
	}
	close(all)
	return all
}

func TestInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var running, most atomic.Int64
		work := func(i int) int {
			most.Store(max(most.Load(), running.Add(1)))
			defer running.Add(-1)
			time.Sleep(time.Duration(100-i%7) * time.Second) // later ones are done first
			return i
		}
		next := 0
		for result := range inOrder(t.Context(), items(50), 4, 8, work) {
			assert.Equal(t, <-result, next)
			next++
		}
		assert.Equal(t, next, 50)
		assert.Equal(t, most.Load(), int64(4))
	})
}

// What is ahead of a slow receiver is bounded.
func TestInOrderHoldsNoMoreThanTheWindow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		var begun atomic.Int64
		queue := inOrder(ctx, items(9), 2, 3, func(i int) int {
			begun.Add(1)
			return i
		})
		synctest.Wait()
		assert.Equal(t, begun.Load(), int64(3))
		assert.Equal(t, <-<-queue, 0)
		synctest.Wait()
		assert.Equal(t, begun.Load(), int64(4))
		cancel()
		for range queue { // ends
		}
	})
}
