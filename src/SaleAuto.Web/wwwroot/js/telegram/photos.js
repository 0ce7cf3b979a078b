// Photos go out as Telegram's own programs send them: at most 1280 points, with smaller sizes beside.

const largest = 1280;
const smaller = [90, 320, 800];

function draw(image, side) {
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const toJpeg = canvas => new Promise(done => canvas.toBlob(done, "image/jpeg", 0.87));

/** A small picture of the file, or null when it is none. */
export async function preview(file) {
  try {
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    return draw(image, 160);
  } catch {
    return null;
  }
}

/** Adds the photo and its smaller sizes to the form. */
export async function addPhoto(form, file, index) {
  const image = await createImageBitmap(file, { imageOrientation: "from-image" });
  const longest = Math.min(largest, Math.max(image.width, image.height));
  form.append("photo", await toJpeg(draw(image, largest)), "photo.jpg");
  for (const side of smaller.filter(side => side < longest)) {
    form.append(`small-${index}`, await toJpeg(draw(image, side)), "photo.jpg");
  }
}
