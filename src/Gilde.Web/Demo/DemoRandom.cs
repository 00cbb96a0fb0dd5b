using System.Numerics;

namespace Gilde.Web.Demo;

/// <summary>
/// xoshiro256** by Blackman and Vigna, seeded by SplitMix64: the same numbers for the same seed on every machine and every version of .NET.
/// Only whole-number and exactly rounded arithmetic is used on top of it.
/// </summary>
public sealed class DemoRandom
{
    private ulong a, b, c, d;

    public DemoRandom(ulong seed)
    {
        (a, b, c, d) = (Split(ref seed), Split(ref seed), Split(ref seed), Split(ref seed));
    }

    /// <summary>A generator of its own for one thing, so that a change here does not shift what comes after.</summary>
    public static DemoRandom For(ulong seed, string what, int number = 0)
    {
        var hash = 14695981039346656037UL ^ seed;
        foreach (var letter in what) hash = (hash ^ letter) * 1099511628211UL;
        return new DemoRandom(hash ^ ((ulong)number * 0x9E3779B97F4A7C15UL));
    }

    /// <summary>0 up to and without <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(((UInt128)Next() * (uint)limit) >> 64);

    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>From 0 up to and without 1, in steps of 2⁻⁵³.</summary>
    public double Part() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double part) => Part() < part;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public T Pick<T>(IReadOnlyList<T> choices, Func<T, int> weight)
    {
        var rest = Below(choices.Sum(weight));
        foreach (var choice in choices)
        {
            rest -= weight(choice);
            if (rest < 0) return choice;
        }
        return choices[^1];
    }

    /// <summary>Up to <paramref name="count"/> different ones, in chance order.</summary>
    public List<T> Some<T>(IReadOnlyList<T> choices, int count)
    {
        var pool = choices.ToList();
        Shuffle(pool);
        return pool.Distinct().Take(count).ToList();
    }

    public void Shuffle<T>(List<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(b * 5, 7) * 9;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    private static ulong Split(ref ulong seed)
    {
        var z = seed += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
