using System.Collections.Frozen;

namespace SaleAuto.Market;

/// <summary>What an entry of embedded data may say.</summary>
internal enum EmbeddedField
{
    Url, Title, Make, Model, Year, Mileage, MileageUnit, Price, Currency, City, Date, Power, Displacement, Fuel, Gearbox, Drive, Sold, Status,
}

/// <summary>Which key means what. Keys are compared in lower case without signs ("price_info" is "priceinfo").</summary>
internal static class EmbeddedKeys
{
    private static readonly string[] NameLike = ["name", "title", "value", "label", "text"];

    // In order of preference.
    private static readonly FrozenDictionary<string, (EmbeddedField Field, int Preference)> Keys = new Dictionary<EmbeddedField, string[]>
    {
        [EmbeddedField.Url] = ["url", "publicurl", "canonicalurl", "absoluteurl", "urlpath", "fullurl", "link", "href", "permalink", "listingurl", "detailurl", "detailsurl", "offerurl", "adurl", "carurl", "itemurl", "viewurl", "seourl", "shareurl", "uri", "path"],
        [EmbeddedField.Title] = ["title", "fulltitle", "name", "fullname", "heading", "subject", "adtitle", "shorttitle"],
        [EmbeddedField.Make] = ["make", "brand", "mark", "manufacturer", "makename", "brandname", "markname", "marka", "марка"],
        [EmbeddedField.Model] = ["model", "modelname", "модель"],
        [EmbeddedField.Year] = ["year", "productionyear", "modelyear", "vehiclemodeldate", "productiondate", "manufactureyear", "yearofmanufacture", "firstregistration", "firstregistrationdate", "registrationyear", "avtoyear", "autoyear", "caryear", "issueyear", "godvypuska", "год", "годвыпуска"],
        [EmbeddedField.Mileage] = ["mileage", "mileagekm", "odometer", "mileagevalue", "mileageinkm", "vehiclemileage", "kmage", "run", "kilometers", "kilometrage", "probeg", "пробег"],
        [EmbeddedField.Price] = ["price", "pricerub", "rubprice", "pricevalue", "priceamount", "fullprice", "currentprice", "saleprice", "askingprice", "unitprice", "priceint", "pricetext", "priceformatted", "formattedprice", "displayprice", "цена"],
        [EmbeddedField.Currency] = ["currency", "pricecurrency", "currencycode", "currencyid"],
        [EmbeddedField.City] = ["city", "cityname", "locationname", "regionname", "город"],
        [EmbeddedField.Date] = ["dateposted", "publishedat", "createdat", "creationdate", "publicationdate", "sorttimestamp", "addedat", "createddate"],
        [EmbeddedField.Power] = ["powerhp", "horsepower", "enginepower", "power", "мощность"],
        [EmbeddedField.Displacement] = ["displacement", "enginevolume", "enginecapacity", "enginedisplacement", "enginesize", "enginevol", "volume", "объемдвигателя"],
        [EmbeddedField.Fuel] = ["fueltype", "fuel", "enginetype", "топливо", "типдвигателя"],
        [EmbeddedField.Gearbox] = ["gearbox", "transmission", "transmissiontype", "gearboxtype", "transmissionname", "коробкапередач", "коробка"],
        [EmbeddedField.Drive] = ["drive", "drivetype", "drivetrain", "wheeldrive", "привод"],
        [EmbeddedField.Sold] = ["issold", "sold"],
        [EmbeddedField.Status] = ["status", "offerstatus", "advertstatus"],
    }.SelectMany(field => field.Value.Select((key, preference) => (key, field.Key, preference)))
        .ToFrozenDictionary(entry => entry.key, entry => (entry.Key, Math.Min(entry.preference, 9)));

    private static readonly FrozenDictionary<string, (EmbeddedField Field, string[] Children)> Parents = new Dictionary<string, (EmbeddedField, string[])>
    {
        ["price"] = (EmbeddedField.Price, ["value", "amount", "raw", "main", "current", "number", "rub", "rur"]),
        ["prices"] = (EmbeddedField.Price, ["value", "amount", "current", "rub", "rur"]),
        ["priceinfo"] = (EmbeddedField.Price, ["value", "amount", "rub", "rur"]),
        ["pricedetailed"] = (EmbeddedField.Price, ["value", "amount"]),
        ["pricedata"] = (EmbeddedField.Price, ["value", "amount"]),
        ["pricevalue"] = (EmbeddedField.Price, ["value", "amount"]),
        ["rub"] = (EmbeddedField.Price, ["amount", "value"]),
        ["byn"] = (EmbeddedField.Price, ["amount", "value"]),
        ["usd"] = (EmbeddedField.Price, ["amount", "value"]),
        ["make"] = (EmbeddedField.Make, NameLike),
        ["brand"] = (EmbeddedField.Make, NameLike),
        ["mark"] = (EmbeddedField.Make, NameLike),
        ["markinfo"] = (EmbeddedField.Make, NameLike),
        ["brandinfo"] = (EmbeddedField.Make, NameLike),
        ["manufacturer"] = (EmbeddedField.Make, NameLike),
        ["model"] = (EmbeddedField.Model, NameLike),
        ["modelinfo"] = (EmbeddedField.Model, NameLike),
        ["mileage"] = (EmbeddedField.Mileage, ["value", "km", "amount"]),
        ["odometer"] = (EmbeddedField.Mileage, ["value", "km", "amount"]),
        ["year"] = (EmbeddedField.Year, ["value"]),
        ["city"] = (EmbeddedField.City, NameLike),
        ["location"] = (EmbeddedField.City, ["name", "city", "title"]),
        ["regioninfo"] = (EmbeddedField.City, ["name"]),
        ["region"] = (EmbeddedField.City, NameLike),
        ["geo"] = (EmbeddedField.City, ["city", "name"]),
    }.ToFrozenDictionary();

    /// <summary>Meaning of a key inside a parent key, with its preference among synonyms; null when it says nothing of use.</summary>
    public static (EmbeddedField Field, int Preference)? Find(string parent, string key)
    {
        if (Parents.TryGetValue(parent, out var inside))
        {
            if (inside.Children.Contains(key))
            {
                return (inside.Field, 0);
            }
            if (inside.Field == EmbeddedField.Mileage && key is "unit" or "unitcode")
            {
                return (EmbeddedField.MileageUnit, 0);
            }
        }
        // The name of a part (generation, body, seller) is not the title of the advert.
        if (!Keys.TryGetValue(key, out var found) || (found.Field is EmbeddedField.Title or EmbeddedField.Url && parent.Length > 0 && !IsWrapper(parent)))
        {
            return null;
        }
        return found;
    }

    private static bool IsWrapper(string parent) =>
        parent is "data" or "item" or "offer" or "advert" or "ad" or "listing" or "car" or "vehicle" or "node" or "attributes" or "info" or "urls" or "links" or "result" or "product" or "bull";
}
