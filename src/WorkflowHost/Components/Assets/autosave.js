// Says so when something could not be saved in the background. What is typed stays in the form.
for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(failure, event => {
    const place = event.target.closest?.("[data-failed]");
    if (place) { place.textContent = place.dataset.failed; }
  });
}
