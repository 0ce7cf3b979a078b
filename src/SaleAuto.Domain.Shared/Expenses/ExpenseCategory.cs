namespace SaleAuto.Expenses;

/// <summary>What money was spent on for a car in stock.</summary>
public enum ExpenseCategory
{
    /// <summary>Engine, gearbox, chassis and other repairs.</summary>
    Repair,

    /// <summary>Spare parts and materials.</summary>
    Parts,

    /// <summary>Body work and painting.</summary>
    Bodywork,

    /// <summary>Cleaning and polishing.</summary>
    Cleaning,

    /// <summary>Towing, delivery, fuel.</summary>
    Transport,

    /// <summary>Registration, duties, notary, inspection.</summary>
    Fees,

    /// <summary>Adverts for the resale.</summary>
    Advertising,

    /// <summary>Parking and storage.</summary>
    Storage,

    /// <summary>Something else.</summary>
    Other,
}
