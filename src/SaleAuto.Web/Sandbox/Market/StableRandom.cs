using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SaleAuto.Sandbox;

/// <summary>Numbers that look random and are the same for the same seed on every machine and in every release (SplitMix64).</summary>
internal sealed class StableRandom(string seed)
{
    private ulong _state = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));

    /// <summary>From 0 up to, not including, the number.</summary>
    public int Below(int number) => (int)(Next() % (ulong)number);

    /// <summary>True in so many cases of a hundred.</summary>
    public bool Chance(double percent) => Fraction() * 100 < percent;

    /// <summary>One of them.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Around zero with a spread of one, never beyond three.</summary>
    public double Normal() => Math.Clamp(Enumerable.Range(0, 12).Sum(_ => Fraction()) - 6, -3, 3);

    private double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
