/** The mark: the dấu mũ of Cầu and Nối is the roof of a covered bridge; three arches are the three levels. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 30" aria-hidden="true" focusable="false">
      <path className="roof" d="M3.2 13.4 17.9 4.9Q20 3.7 22.1 4.9L36.8 13.4" />
      <path d="M0 29V21.5Q20 13.5 40 21.5V29H36.4V28.2a4.2 4.2 0 0 0-8.4 0V29H26.4V26.6a6.4 6.4 0 0 0-12.8 0V29H12V28.2a4.2 4.2 0 0 0-8.4 0V29Z" />
    </svg>
  );
}
