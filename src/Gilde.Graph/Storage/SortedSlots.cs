namespace Gilde.Graph;

/// <summary>Sets of slots as sorted arrays that are never changed, only replaced.</summary>
static class SortedSlots
{
    public static bool Holds(this int[] slots, int slot) => slots.Length > 0 && Array.BinarySearch(slots, slot) >= 0;

    public static int[] With(this int[] slots, int slot)
    {
        var at = Array.BinarySearch(slots, slot);
        return at >= 0 ? slots : Insert(slots, ~at, slot);
    }

    public static int[] Without(this int[] slots, int slot)
    {
        var at = Array.BinarySearch(slots, slot);
        return at < 0 ? slots : RemoveAt(slots, at);
    }

    public static T[] Insert<T>(T[] from, int at, T item) => [.. from.AsSpan(0, at), item, .. from.AsSpan(at)];

    public static T[] RemoveAt<T>(T[] from, int at) => [.. from.AsSpan(0, at), .. from.AsSpan(at + 1)];
}
