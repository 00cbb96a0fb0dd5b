using System.Numerics;
using System.Runtime.InteropServices;

namespace Gilde.Graph;

/// <summary>CRC-32C, four lanes side by side: the processor's instruction for it waits for its own result, so one lane would leave it idle most of the time.</summary>
static class Checksum
{
    const int Lanes = 4;

    /// <summary>The checksum of several parts, each of which follows on the sum of those before.</summary>
    public static uint And(uint before, ReadOnlySpan<byte> part) => BitOperations.Crc32C(before, Of(part));

    /// <summary>The checksum of some bytes. Not that of one lane over all of them.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var lane = words.Length / Lanes;
        var a = words[..lane];
        var b = words.Slice(lane, lane);
        var c = words.Slice(lane * 2, lane);
        var d = words.Slice(lane * 3, lane);
        var (one, two, three, four) = (1u, 2u, 3u, 4u);
        for (var i = 0; i < lane; i++)
        {
            one = BitOperations.Crc32C(one, a[i]);
            two = BitOperations.Crc32C(two, b[i]);
            three = BitOperations.Crc32C(three, c[i]);
            four = BitOperations.Crc32C(four, d[i]);
        }
        var all = BitOperations.Crc32C(BitOperations.Crc32C((uint)bytes.Length, ((ulong)one << 32) | two), ((ulong)three << 32) | four);
        foreach (var rest in bytes[(lane * Lanes * sizeof(ulong))..]) all = BitOperations.Crc32C(all, rest);
        return all;
    }
}
