using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.Leads;

namespace SaleAuto.Deals;

// What the seller sees at the place.
public partial class Deal
{
    private static readonly DealShot[] RequiredShots =
        [DealShot.Front, DealShot.Rear, DealShot.Left, DealShot.Right, DealShot.Odometer, DealShot.VinPlate, DealShot.Interior];

    private readonly List<DealPhoto> _photos = [];
    private readonly List<DealDefect> _defects = [];

    /// <summary>When the seller began to look at the car, UTC.</summary>
    public DateTime? InspectedAt { get; private set; }

    /// <summary>Odometer reading, kilometres.</summary>
    public int? MileageKm { get; private set; }

    /// <summary>Condition as the seller sees it.</summary>
    public CarCondition? Condition { get; private set; }

    /// <summary>VIN.</summary>
    public string? Vin { get; private set; }

    /// <summary>Make.</summary>
    public string? Make { get; private set; }

    /// <summary>Model.</summary>
    public string? Model { get; private set; }

    /// <summary>Year of manufacture.</summary>
    public int? Year { get; private set; }

    /// <summary>Photos, oldest first.</summary>
    public IReadOnlyList<DealPhoto> Photos => _photos;

    /// <summary>Defects, oldest first.</summary>
    public IReadOnlyList<DealDefect> Defects => _defects;

    /// <summary>Shots that the inspection still needs: the list, and a photo of every defect that can be seen.</summary>
    public IReadOnlyList<DealShot> MissingShots =>
    [
        .. RequiredShots.Where(shot => !_photos.Exists(x => x.Shot == shot)),
        .. _defects.Exists(x => x.Kind.IsVisible() && x.PhotoId is null) ? [DealShot.ProblemPlace] : Array.Empty<DealShot>(),
    ];

    /// <summary>The seller is at the place; what is known of the car so far is where the inspection begins.</summary>
    public void BeginInspection(Guid staffId, InspectedCar known, DateTime at)
    {
        if (Status == DealStatus.Inspection)
        {
            return; // a double press
        }
        EnsureStatus(DealStatus.Accepted);
        InspectedAt = at;
        Take(known);
        Move(DealStatus.Inspection, staffId, at);
    }

    /// <summary>Writes down what the seller sees; what is null stays.</summary>
    public void RecordCar(InspectedCar seen)
    {
        EnsureStatus(DealStatus.Inspection);
        Take(seen);
    }

    /// <summary>The photo that came from there before, or null.</summary>
    public DealPhoto? FindPhoto(string sourceKey) => _photos.Find(x => x.SourceKey == sourceKey);

    /// <summary>Keeps a photo.</summary>
    public DealPhoto AddPhoto(Guid id, DealShot shot, Guid fileId, string sourceKey, string? note, DateTime at)
    {
        if (FindPhoto(sourceKey) is { } same)
        {
            return same;
        }
        EnsureStatus(DealStatus.Inspection);
        EnsureFits(_photos.Count, DealConsts.MaxPhotos);
        var photo = new DealPhoto(id, Id, shot, fileId, sourceKey, note, at);
        _photos.Add(photo);
        return photo;
    }

    /// <summary>Takes a photo away; one that a defect or a price line names stays.</summary>
    public void RemovePhoto(Guid photoId)
    {
        if (_photos.Find(x => x.Id == photoId) is not { } photo)
        {
            return; // a double press
        }
        EnsureStatus(DealStatus.Inspection);
        if (_defects.Exists(x => x.PhotoId == photoId) || _priceLines.Exists(x => x.PhotoId == photoId))
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.PhotoInUse);
        }
        _photos.Remove(photo);
    }

    /// <summary>Writes down a defect.</summary>
    public DealDefect AddDefect(Guid id, DefectFacts facts, string key, DateTime at)
    {
        if (_defects.Find(x => x.Key == key) is { } same)
        {
            return same;
        }
        EnsureStatus(DealStatus.Inspection);
        EnsureFits(_defects.Count, DealConsts.MaxDefects);
        EnsurePhoto(facts.PhotoId);
        var defect = new DealDefect(id, Id, facts, key, at);
        _defects.Add(defect);
        return defect;
    }

    /// <summary>Takes a defect away.</summary>
    public void RemoveDefect(Guid defectId)
    {
        if (_defects.Find(x => x.Id == defectId) is not { } defect)
        {
            return; // a double press
        }
        EnsureStatus(DealStatus.Inspection);
        _defects.Remove(defect);
    }

    private void Take(InspectedCar seen)
    {
        MileageKm = seen.MileageKm is { } mileage ? Check.Range(mileage, nameof(seen), 0, LeadConsts.MaxMileageKm) : MileageKm;
        Condition = seen.Condition ?? Condition;
        Vin = Check.Length(seen.Vin, nameof(seen), CarConsts.VinLength) ?? Vin;
        Make = Check.Length(seen.Make, nameof(seen), CarConsts.MaxNameLength) ?? Make;
        Model = Check.Length(seen.Model, nameof(seen), CarConsts.MaxNameLength) ?? Model;
        Year = seen.Year is { } year ? Check.Range(year, nameof(seen), CarConsts.MinYear, 2100) : Year;
    }

    private void EnsurePhoto(Guid? photoId)
    {
        if (photoId is { } id && !_photos.Exists(x => x.Id == id))
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.PhotoUnknown);
        }
    }

    private static void EnsureFits(int count, int most)
    {
        if (count >= most)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.TooMany).WithData("Most", most);
        }
    }
}

/// <summary>What is known of a car that stands before the seller; null leaves a fact as it is.</summary>
public sealed record InspectedCar(int? MileageKm, CarCondition? Condition, string? Vin, string? Make, string? Model, int? Year);
