using SaleAuto.Resales;

namespace SaleAuto.Cars;

/// <summary>Between the form of a car and the car itself.</summary>
public sealed class CarDesk(CarManager cars, ResaleManager resales)
{
    /// <summary>A car that was bought without a deal in the program.</summary>
    public async Task<Car> CreateAsync(Guid id, CarInput input, CancellationToken cancellationToken)
    {
        var car = await cars.CreateAsync(id, null, input.SellerId!.Value, FactsOf(input), new CarPurchase(input.BuyoutPrice!.Value, input.BoughtAt!.Value, input.PaidFromId), cancellationToken);
        car.ShowPhoto(input.PhotoId);
        return car;
    }

    /// <summary>Offers the car, unless a buyer has paid a part.</summary>
    public async Task PutOnSaleAsync(Car car, decimal askingPrice, CancellationToken cancellationToken)
    {
        await resales.EnsureNoDepositAsync(car.Id, cancellationToken);
        car.PutOnSale(askingPrice);
    }

    /// <summary>Keeps the car for nobody any more, unless a buyer has paid a part.</summary>
    public async Task EndReservationAsync(Car car, CancellationToken cancellationToken)
    {
        await resales.EnsureNoDepositAsync(car.Id, cancellationToken);
        car.EndReservation();
    }

    /// <summary>Takes corrected facts.</summary>
    public static void Correct(Car car, CarInput input)
    {
        car.Correct(FactsOf(input));
        car.ShowPhoto(input.PhotoId);
    }

    /// <summary>The form of a car.</summary>
    public static CarInput InputOf(Car car) => new()
    {
        Make = car.Make,
        Model = car.Model,
        Year = car.Year,
        Plate = car.Plate,
        Vin = car.Vin,
        MileageKm = car.MileageKm,
        SellerId = car.SellerId,
        BuyoutPrice = car.BuyoutPrice,
        BoughtAt = car.BoughtAt,
        PaidFromId = car.PaidFromId,
        PhotoId = car.PhotoId,
        Note = car.Note,
    };

    private static CarFacts FactsOf(CarInput input) => new(
        input.Make!, input.Model!, input.Year!.Value, string.IsNullOrWhiteSpace(input.Vin) ? null : input.Vin.Trim().ToUpperInvariant(),
        string.IsNullOrWhiteSpace(input.Plate) ? null : PlateNumber.Parse(input.Plate), input.MileageKm!.Value, input.Note);
}
