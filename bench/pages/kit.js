// What the benchmark measures with, put into every page before its own scripts.
globalThis.benchKit ??= (() => {
  "use strict";

  // Runs once the frame under way has been made: a task posted from an animation frame comes after
  // that frame's style, layout, paint and hand-over to the compositor.
  const channel = new MessageChannel();
  const waiting = [];
  channel.port1.onmessage = () => waiting.shift()();
  const afterFrame = (then) => {
    waiting.push(then);
    channel.port2.postMessage(0);
  };

  // Counts of marks are read through frames and maps that may not stand yet.
  const holds = (done) => {
    try {
      return done();
    } catch {
      return false;
    }
  };

  function until(done, began_ms, limit_ms) {
    return new Promise((resolve) => {
      // Looks when a frame has been made, not within it: what a frame inside the page draws comes
      // after the page's own callbacks, and would be seen one frame late.
      const look = () => afterFrame(() => {
        const spent_ms = performance.now() - began_ms;
        if (holds(done)) {
          resolve({ ms: spent_ms });
          performance.mark("bench-made");
        } else if (spent_ms > limit_ms) resolve({ gave_up_ms: spent_ms });
        else requestAnimationFrame(look);
      });
      requestAnimationFrame(look);
    });
  }

  return {
    ready: (done, limit_ms) => until(done, 0, limit_ms),

    step(act, done, limit_ms) {
      performance.mark("bench-began");
      const began_ms = performance.now();
      act();
      return until(done, began_ms, limit_ms);
    },

    // As a person moves a slider made of <input type=range>.
    slide(input, value) {
      input.value = value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    },

    // One notch of the wheel at the middle of the map.
    wheel(node) {
      const box = node.getBoundingClientRect();
      node.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, deltaY: -120,
        clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 }));
    },

    // Drags along a circle, one move for each frame; answers with each frame's milliseconds, from
    // its first animation callback to the frame made.
    drag(node, frames = 60, radius_px = 120) {
      const box = node.getBoundingClientRect();
      const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const at = (k) => {
        const turn = (k / frames) * 2 * Math.PI;
        return { clientX: Math.round(middle.x - radius_px + radius_px * Math.cos(turn)),
          clientY: Math.round(middle.y + radius_px * Math.sin(turn)) };
      };
      const send = (target, name, k) => {
        const how = { bubbles: true, cancelable: true, button: 0, buttons: name === "up" ? 0 : 1,
          pointerId: 1, pointerType: "mouse", isPrimary: true, ...at(k) };
        target.dispatchEvent(new PointerEvent(`pointer${name}`, how));
        target.dispatchEvent(new MouseEvent(`mouse${name}`, how));
      };
      send(node, "down", 0);
      return new Promise((resolve) => {
        const spent = [];
        let k = 0;
        const frame = () => {
          const began_ms = performance.now();
          k += 1;
          send(node, k > frames ? "up" : "move", k);
          // Asked for after the move, so that it follows what the page itself asked for.
          requestAnimationFrame(() => afterFrame(() => {
            spent.push(performance.now() - began_ms);
            if (k > frames) resolve(spent.slice(1, -1));
            else frame();
          }));
        };
        frame();
      });
    },
  };
})();
