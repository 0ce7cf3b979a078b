namespace SaleAuto.Market;

/// <summary>The adverts of one page, each address once, in the order of the page.</summary>
internal sealed class ListingDrafts
{
    private readonly List<ListingDraft> _found = [];
    private readonly List<ListingDraft> _withoutAddress = [];
    private readonly Dictionary<string, ListingDraft> _byAddress = [];

    public IReadOnlyList<ListingDraft> Found => _found;

    /// <summary>Read, but without an address of its own: the car of a page about one car, or data that a card completes.</summary>
    public IReadOnlyList<ListingDraft> WithoutAddress => _withoutAddress;

    public bool Contains(ListingUrl url) => _byAddress.ContainsKey(url.Key);

    /// <summary>Adds a reading; a second reading of the same advert only fills what the first left out.</summary>
    public void Add(ListingDraft draft)
    {
        if (draft.Url is null)
        {
            _withoutAddress.Add(draft);
        }
        else if (_byAddress.TryGetValue(draft.Url.Key, out var known))
        {
            known.FillFrom(draft);
        }
        else
        {
            _byAddress.Add(draft.Url.Key, draft);
            _found.Add(draft);
        }
    }

    /// <summary>Only completes adverts that are known already.</summary>
    public void Fill(ListingDraft draft)
    {
        if (draft.Url is not null && _byAddress.TryGetValue(draft.Url.Key, out var known))
        {
            known.FillFrom(draft);
        }
    }

    /// <summary>Joins data without an address to the one advert that shows the same price.</summary>
    public void JoinByPrice()
    {
        foreach (var draft in _withoutAddress.Where(draft => draft.Price is not null))
        {
            var same = _found.Where(known => known.Price == draft.Price && (known.Year ?? draft.Year) == (draft.Year ?? known.Year)).Take(2).ToList();
            if (same.Count == 1)
            {
                same[0].FillFrom(draft);
            }
        }
    }
}
