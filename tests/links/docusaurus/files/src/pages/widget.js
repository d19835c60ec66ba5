import React from 'react';
export default function Widget() {
  return <main id="wave">Widget</main>;
}
