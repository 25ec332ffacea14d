import { coordinatesInWords, timeThere } from "../files/in-words.ts";
import { getFragmentData, type FragmentType } from "../generated/fragment-masking.ts";
import { graphql } from "../generated/gql.ts";
import { grouped } from "../grouped.ts";

const PictureRowFragment = graphql(`
  fragment PictureRow on File {
    uri
    filename
    title
    size
    produceTime
    coordinates {
      latitude
      longitude
    }
    addresses {
      city
    }
  }
`);

/** What is known of one picture: the graph serves what is known of files, not the files. */
export function PictureRow({ picture }: { picture: FragmentType<typeof PictureRowFragment> }) {
  const { uri, filename, title, size, produceTime, coordinates, addresses } = getFragmentData(
    PictureRowFragment,
    picture,
  );
  const city = addresses?.find((address) => address.city)?.city;
  const place = [city, coordinates && coordinatesInWords(coordinates)].filter(Boolean).join(", ");
  return (
    <li className="picture">
      <div>
        <b>{filename ?? uri}</b>
        {title && <small>{title}</small>}
      </div>
      <div>
        {produceTime ? <time dateTime={produceTime}>{timeThere(produceTime)}</time> : "No time known"}
      </div>
      <div>{place || "No place known"}</div>
      <div className="number">{grouped(size)} bytes</div>
    </li>
  );
}
