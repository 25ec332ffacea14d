import { coordinatesInWords } from "../files/in-words.ts";
import { getFragmentData, type FragmentType } from "../generated/fragment-masking.ts";
import { graphql } from "../generated/gql.ts";
import type { PicturePlaceFragment } from "../generated/graphql.ts";

const PlaceFragment = graphql(`
  fragment PicturePlace on File {
    coordinates {
      latitude
      longitude
    }
    addresses {
      city
    }
  }
`);

type Coordinates = NonNullable<PicturePlaceFragment["coordinates"]>;

interface Props {
  pictures: readonly FragmentType<typeof PlaceFragment>[];
  /** Looks for pictures near a place; absent where there is no filter. */
  onNear: ((coordinates: Coordinates) => void) | undefined;
}

/** Where the pictures that are shown were taken: city by city, and in each its places. */
export function Places({ pictures, onNear }: Props) {
  const cities = placesByCity(getFragmentData(PlaceFragment, pictures));
  return (
    <div className="card">
      <h2>Places</h2>
      {cities.size === 0 && <p>No place is known of the pictures shown.</p>}
      {[...cities].map(([city, places]) => (
        <section key={city} aria-label={city}>
          <h3>{city}</h3>
          <ul>
            {[...places].map(([words, { coordinates, count }]) => (
              <li key={words} className="place">
                <span>
                  {words} <small>{count === 1 ? "1 picture" : `${count} pictures`}</small>
                </span>
                {coordinates && onNear && (
                  <button type="button" aria-label={`Near ${words}`} onClick={() => onNear(coordinates)}>
                    Near
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface Place {
  readonly coordinates: Coordinates | null;
  count: number;
}

/** Two decimals of a degree, which is about a kilometre, tell places apart. */
function placesByCity(pictures: readonly PicturePlaceFragment[]): Map<string, Map<string, Place>> {
  const cities = new Map<string, Map<string, Place>>();
  for (const { coordinates, addresses } of pictures) {
    const city = addresses?.find((address) => address.city)?.city;
    const words = coordinates ? coordinatesInWords(coordinates) : "";
    if (!city && !words) continue;
    const places = getOrAdd(cities, city ?? "No city known", () => new Map<string, Place>());
    getOrAdd(places, words || "Somewhere in it", () => ({ coordinates, count: 0 })).count++;
  }
  return cities;
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
