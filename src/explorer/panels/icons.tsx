/** For the code panel. */
export function CodeIcon() {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M5 4 1.5 8 5 12M11 4l3.5 4-3.5 4M9.2 2.5 6.8 13.5" />
    </svg>
  );
}

/** For the calls panel. */
export function CallsIcon() {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M1.5 5h12M10 1.5 13.5 5 10 8.5M14.5 11h-12M6 7.5 2.5 11 6 14.5" />
    </svg>
  );
}
